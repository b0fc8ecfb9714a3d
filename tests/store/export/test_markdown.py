"""What an editor reads: who said what, as printed, with its source, and nothing that isn't so."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from store.characters import unseen
from store.export.citation import cited
from store.export.markdown import markdown
from store.export.selection import Selection
from store.model import Actor, Anchor, Document, Figure, Place, Relation, Review, Speaker, Statement, When
from store.records import Records
from tests.store.export.nasty import PARSERS, WORDS, one_line, parsed
from tests.store.export.reported import (
    DENIAL,
    DENIED,
    DOCUMENT,
    ENVOY,
    KILLED,
    MADE,
    MOSCOW,
    OWN_VOICE,
    PARAPHRASE,
    SPEECH,
    TEXT,
    TWEET,
    TWEETED,
    UNVERIFIED,
    anchor,
    archive,
    chosen,
)


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next heading or the first footnote."""
    return re.split(r"\n## |\n\[\^", text.split(f"\n## {heading}\n", 1)[1])[0]


def note(text: str, record: Statement | Figure | Document) -> str:
    return text.split(f"\n[^{record.id}]: ", 1)[1].split("\n")[0]


def test_direct_speech_is_a_block_quote_to_the_letter() -> None:
    assert f"\n> {TWEET}\n" in markdown(chosen(archive(), TWEETED))


def test_reported_speech_gets_no_quotation_marks_and_no_block_quote() -> None:
    told = section(markdown(chosen(archive(), PARAPHRASE, DENIAL)), "Russia")
    assert "\n\nits planes had flown" in told
    assert not set('"“”„«»>') & set(told)


def test_of_mixed_speech_only_what_was_printed_in_marks_is_in_marks() -> None:
    mixed = replace(TWEETED, type="mixed", content=(anchor(f"responsible.\n{TWEET} he"),))
    told = section(markdown(chosen(archive(mixed), mixed)), "Jan Egeland")
    assert f"\n\nresponsible.\\\n{TWEET} he\n" in told
    assert "partly quoted" in told


def test_the_cue_stands_before_the_words_where_the_act_is_not_saying() -> None:
    told = section(markdown(chosen(archive(), DENIAL)), "Russia")
    assert told.index("Russia · undated · **denies** · cue: denied that · reported") < told.index(
        "its planes had flown"
    )


def test_a_gap_between_parts_is_ours_and_outside_of_the_quotation() -> None:
    told = section(markdown(chosen(archive(), SPEECH)), "Jean-Marc Ayrault")
    assert '> “Stop,"\n\n*⟨gap⟩*\n\n> "Stop now."' in told


def test_what_is_inferred_resolved_or_assumed_says_so() -> None:
    text = markdown(chosen(archive(replace(DOCUMENT, published=When(edtf="2016-12-13", basis="assumed")))))
    assert "12 Dec 2016 (inferred) · tweet" in text
    assert "11 Dec 2016 (counted from: earlier)" in text
    assert "Jean-Marc Ayrault (inferred)" in text
    assert "the east (inferred)" in text
    assert "13 Dec 2016 (assumed)" in note(text, SPEECH)


def test_our_gloss_is_told_from_the_sources_words() -> None:
    assert "\n- Our gloss: Probably the tweet." in markdown(chosen(archive(), PARAPHRASE))


def test_remarks_tell_what_is_odd_about_the_print() -> None:
    text = markdown(chosen(archive(), TWEETED, SPEECH))
    assert "leftovers of markup" in text
    assert "the ellipsis is the source's own" in text
    assert "the quotation marks don't match in the source" in text


def test_statements_stand_under_their_speakers_in_order_of_date_and_own_voice_comes_last() -> None:
    text = markdown(chosen(archive()))
    assert re.findall(r"^## (.*)", text, re.M) == [
        "Jan Egeland",
        "Jean-Marc Ayrault",
        "Russia",
        "United Nations",
        "Own voice of the reports",
        "Figures",
        "Words used here",
    ]
    assert text.index("11 Dec 2016") < text.index("12 Dec 2016")
    assert "\nown voice (in: A city under siege) · undated [^st-own" in section(text, "Own voice of the reports")


def test_what_somebody_says_who_isnt_clear_is_not_told_as_the_reports_own() -> None:
    said = replace(OWN_VOICE, source=(Anchor(0, 9, "The envoy"),))
    counted = replace(KILLED, claimants=(), source=(Anchor(0, 9, "The envoy"),))
    text = markdown(chosen(archive(said, counted), said, counted))
    assert "\nnot clear who: The envoy (in: A city under siege) · undated" in section(text, "Not clear who")
    assert "not clear who: The envoy (in: A city under siege)" in section(text, "Figures")
    assert "own voice" not in text.casefold()


def test_a_statement_of_several_appears_once_under_all_of_them() -> None:
    joint = replace(TWEETED, speakers=(Speaker(MOSCOW.id), Speaker(ENVOY.id)))
    text = markdown(chosen(archive(joint), joint))
    assert "\n## Jan Egeland and Russia\n" in text
    assert text.count(f"> {TWEET}") == 1


def test_a_merged_actor_speaks_under_the_name_it_was_merged_into() -> None:
    alias = Actor(id="ac-alias00000", name="Egeland", kind="person", merged_into=ENVOY.id)
    records = archive(alias, replace(TWEETED, speakers=(Speaker(alias.id),)))
    assert re.findall(r"^## (.*)", cited(chosen(records, TWEETED, PARAPHRASE)), re.M) == ["Jan Egeland"]


def test_actors_of_one_name_are_told_apart() -> None:
    other = Actor(id="ac-other00000", name="Jan Egeland", kind="person")
    records = archive(other, replace(DENIAL, speakers=(Speaker(other.id),)))
    headings = re.findall(r"^## (.*)", cited(chosen(records, TWEETED, DENIAL)), re.M)
    assert headings == ["Jan Egeland (ac-envoy00000)", "Jan Egeland (ac-other00000)"]


def test_an_anonymous_source_is_named_with_its_report() -> None:
    assert "| local sources (in: A city under siege) | Russia |" in markdown(chosen(archive(), KILLED))


def test_figures_are_a_table_with_all_that_tells_them_apart() -> None:
    table = section(markdown(chosen(archive(), KILLED, DENIED)), "Figures")
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in table.strip().split("\n")[:4]]
    assert rows[0][:7] == ["As claimed", "Low", "Best", "High", "Unit", "Bound", "Counted"]
    assert rows[0][7:] == ["Outcome", "Counting", "Place", "Period", "Claimant", "Blamed", "Source"]
    assert rows[2][:10] == [
        *("Some 990 civilians", "–", "990", "–", "person", "approximate", "civilians", "killed", "during"),
        "the east (inferred)",
    ]
    assert rows[2][10] == "17 Nov – 13 Dec 2016 (counted from: 27 days)"
    assert rows[3][:4] == ["12 were", "12", "12", "12"]
    assert rows[2][13] == "[^fi-killed0000]"


def test_a_number_of_what_is_not_counted_in_heads_has_its_unit_and_nothing_counted() -> None:
    days = replace(DENIED, unit="day", outcome="duration", counting="as-of")
    row = next(line for line in markdown(chosen(archive(days), days)).split("\n") if line.startswith("| 12 were"))
    assert row.startswith("| 12 were | 12 | 12 | 12 | day | exact | – | duration | as of |")


def test_a_denied_number_says_that_it_is_denied() -> None:
    assert "| Russia; denies (cue: denied that) |" in markdown(chosen(archive(), DENIED))


def test_a_vague_number_keeps_its_words_and_its_bounds() -> None:
    vague = replace(KILLED, bound="order", best=None, low=200_000, high=999_999, method="computed", status="combatant")
    assert "| – | 200,000 | – |" not in (text := markdown(chosen(archive(vague), vague)))
    numbers = "| Some 990 civilians | 200,000 | – | 999,999 | person | order of magnitude, computed |"
    assert f"{numbers} civilians (combatants) |" in text


def test_what_restates_or_qualifies_a_record_is_carried_along_with_its_words_and_source() -> None:
    text = markdown(chosen(archive(), TWEETED))
    assert "- Is restated by: Jan Egeland, as the envoy · 11 Dec 2016" in text
    assert "\n  both governments were responsible\n" in text
    assert "why: The same words." in text
    assert "- Is qualified by: United Nations · undated" in text
    assert "\n  could not verify these reports\n" in text
    assert note(text, UNVERIFIED).startswith("From A city under siege")
    assert "1 of 6 statements" in text


def test_what_qualifies_a_restatement_comes_too_but_not_what_else_it_qualifies() -> None:
    text = markdown(chosen(archive(), PARAPHRASE))
    assert "- Restates: Jan Egeland · 12 Dec 2016" in text
    assert f"- [^{TWEETED.id}] is qualified by: United Nations · undated" in text
    assert KILLED.id not in text


def test_a_figure_says_what_it_is_part_of_if_that_is_there() -> None:
    part = replace(DENIED, part_of=KILLED.id)
    assert "- On 12 were [^fi-denied0000]: Part of Some 990 civilians [^fi-killed0000]" in markdown(
        chosen(archive(part), part)
    )
    lost = replace(DENIED, part_of="fi-gone")
    assert "Part of" not in markdown(chosen(archive(lost), lost))


def test_a_figure_brings_what_qualifies_it_below_the_table() -> None:
    told = section(markdown(chosen(archive(), KILLED)), "Figures")
    assert "- On Some 990 civilians [^fi-killed0000]: Is qualified by: United Nations" in told
    assert "could not verify these reports" in told


def test_what_stands_in_the_export_anyway_is_referred_to_and_not_repeated() -> None:
    text = markdown(chosen(archive(), TWEETED, PARAPHRASE))
    assert text.count(f"> {TWEET}") == 1
    assert "· in this export · why: The same words. [^st-tweet00000]" in text


def test_a_footnote_tells_where_to_look_before_it_tells_ids_and_flags() -> None:
    first, second = SPEECH.content
    assert note(markdown(chosen(archive(), SPEECH)), SPEECH) == (
        "From A city under siege · The Courier · 13 Dec 2016 · paragraph 4, "
        f"characters {first.start}–{first.end} and {second.start}–{second.end} · "
        "<https://courier.example/siege?a=1&b=2> · archived <https://archive.example/20161213/siege> · "
        "via <https://un.example/1> · record st-speech0000 · document do-1111111111 · "
        f"text sha256 {DOCUMENT.sha256[:12]} · text accepted · origin not checked · verification unverified"
    )


def test_a_retracted_report_says_so() -> None:
    retracted = replace(DOCUMENT, status="retracted", gloss="Taken from a copy.")
    text = markdown(chosen(archive(retracted), TWEETED))
    assert "· 13 Dec 2016 · **RETRACTED** · paragraph 2" in note(text, TWEETED)
    assert "· RETRACTED where it was published ·" in section(text, "On the reports")


@pytest.mark.parametrize("form", [markdown, cited])
def test_what_is_of_the_report_is_told_once_and_not_in_each_footnote(form: Callable[[Selection], str]) -> None:
    told = replace(DOCUMENT, author="A. Reporter", credit="With the wire", gloss="Taken from a copy.")
    text = form(chosen(archive(told)))
    assert section(text, "On the reports").strip() == (
        "- A city under siege · The Courier · 13 Dec 2016 · document do-1111111111 · by A. Reporter · With the wire · "
        "our gloss: Taken from a copy."
    )
    assert [text.count(words) for words in ("A. Reporter", "With the wire", "Taken from a copy.")] == [1, 1, 1]


def test_reports_of_which_there_is_no_more_to_know_than_their_footnotes_tell_are_not_told_again() -> None:
    assert "On the reports" not in markdown(chosen(archive()))


@pytest.mark.parametrize("statement", [TWEETED, PARAPHRASE, DENIAL, SPEECH])
def test_the_line_before_the_words_tells_whose_they_are_also_where_it_is_copied_alone(statement: Statement) -> None:
    text = cited(chosen(archive(), statement))
    names = {"ac-envoy00000": "Jan Egeland", "ac-moscow0000": "Russia", "ac-minister00": "Jean-Marc Ayrault"}
    lead = next(line for line in text.split("\n") if line.endswith(f" [^{statement.id}]"))
    assert lead.startswith(names[statement.speakers[0].actor])


def test_the_words_by_which_the_report_tells_it_stand_with_it_also_where_it_is_plain_saying() -> None:
    told = replace(TWEETED, cue=(anchor("tweeted"),))
    assert "\nJan Egeland · 12 Dec 2016 (inferred) · cue: tweeted · tweet · direct speech [^" in cited(
        chosen(archive(told), told)
    )


def test_our_words_are_explained_once_those_that_are_used_and_always_the_same() -> None:
    denied = section(markdown(chosen(archive(), DENIAL)), "Words used here")
    assert [line.partition(":")[0] for line in denied.strip().split("\n")] == [
        *("reported speech", "cue", "text, origin, verification")
    ]
    everything = section(markdown(chosen(archive())), "Words used here")
    assert {line.rstrip("\\") for line in denied.strip().split("\n")} <= set(
        everything.replace("\\\n", "\n").strip().split("\n")
    )
    for term in ("inferred", "counted from", "⟨gap⟩", "own voice", "partly quoted", "order of magnitude"):
        assert (f"\n{term}: " in everything) == (term not in ("partly quoted", "order of magnitude"))
    assert "Words used here" not in cited(chosen(archive()))


def test_the_words_of_a_date_or_a_speaker_told_otherwise_are_plain() -> None:
    by_context = replace(
        DENIAL, speakers=(Speaker(MOSCOW.id, basis="resolved"),), uttered=When("earlier", "2016", basis="inferred")
    )
    text = cited(chosen(archive(by_context), by_context))
    assert "\nRussia (by context) · 2016 (inferred; printed: earlier) · **denies**" in text
    assert "resolved" not in markdown(chosen(archive(by_context)))


def test_a_blank_line_parts_the_items_of_every_list() -> None:
    for selection in (chosen(archive()), chosen(archive(), TWEETED), chosen(archive(), KILLED)):
        lines = markdown(selection).split("\n")
        assert all(lines[at - 1] == "" for at, line in enumerate(lines) if line.lstrip().startswith("- "))


def test_a_broken_anchor_says_what_stands_there_instead() -> None:
    broken = replace(DENIAL, content=(Anchor(4, 9, "flown"),))
    text = markdown(chosen(archive(broken), broken))
    assert "**BROKEN** · Russia · undated" in text
    assert "- **BROKEN** content, characters 4–9: the document has other words there: envoy" in text
    assert "**BROKEN**" in note(text, broken)


def test_an_anchor_beyond_the_text_says_so() -> None:
    broken = replace(DENIAL, content=(Anchor(4, 9999, "flown"),))
    how = f"content, characters 4–9999: the document has {len(TEXT)} characters"
    assert how in markdown(chosen(archive(broken), broken))


def test_a_statement_without_words_still_has_its_source() -> None:
    wordless = replace(DENIAL, content=())
    assert "13 Dec 2016 · <https" in note(markdown(chosen(archive(wordless), wordless)), wordless)


def test_a_record_whose_report_is_gone_says_so() -> None:
    records = archive(without=[DOCUMENT])
    text = markdown(chosen(records, DENIAL))
    assert "From a document that is not in the archive · record st-denial0000 · document do-1111111111" in text


def test_the_head_says_what_is_shown_of_how_much() -> None:
    drafted = replace(DENIAL, review=Review())
    text = markdown(chosen(archive(drafted), TWEETED, drafted))
    shown = "1 of 6 statements, 0 of 2 figures; left out: 1 drafted. Made on 2016-12-20."
    assert text.startswith(f"# Who said what, and whose numbers\n\n{shown}\n")
    assert "Filter" not in text
    assert "DEMONSTRATION" not in text


def test_filter_and_archive_are_named_only_when_they_are_given() -> None:
    named = Selection(archive(), (TWEETED.id,), (), 6, 2, MADE, filter='actor:"Jan *E*"', archive="/srv/a_b.json")
    assert 'Filter: actor:"Jan \\*E\\*"\n\nArchive: /srv/a_b.json\n' in markdown(named)


def test_the_sample_says_so_in_exports_and_in_copies() -> None:
    selection = chosen(archive(demonstration=True), TWEETED)
    line = "**DEMONSTRATION: sample data, not for publication**"
    assert line in markdown(selection).split("## ")[0]
    assert cited(selection).startswith(line)


def test_a_copy_is_the_export_without_its_head() -> None:
    selection = chosen(archive(), TWEETED, KILLED)
    whole, explained = markdown(selection), section(markdown(selection), "Words used here")
    assert whole.replace(f"## Words used here\n{explained}\n", "").endswith(cited(selection))
    assert cited(selection).startswith("## Jan Egeland\n")


def test_a_copy_of_nothing_is_empty() -> None:
    drafted = replace(DENIAL, review=Review())
    assert cited(chosen(archive(drafted, demonstration=True), drafted)) == ""


def test_the_same_choice_gives_the_same_bytes_in_whatever_order_it_is_named() -> None:
    records = archive()
    ids = [*records.statements, *records.figures] * 2
    first = markdown(Selection.of(records, ids, MADE))
    for seed in range(5):
        random.Random(seed).shuffle(ids)
        again = Records.of(*random.Random(seed).sample(list(records), len(list(records))))
        assert markdown(Selection.of(again, ids, MADE)) == first


def test_characters_that_do_not_show_are_remarked_on() -> None:
    text = f"{TEXT}He said a\u200bb."
    document = replace(DOCUMENT, text=text)
    said = replace(DENIAL, content=(anchor("a\u200bb", text),))
    assert "it has characters that don't show" in markdown(chosen(archive(document, said), said))
    assert "characters that don't show" not in markdown(chosen(archive(), TWEETED))


SOME, SAID = "\ue000", "\ue001"
"""Characters that are no markup and stand in no words of ours; they mark where text of a record is to come."""


def drawn(words: str, exact: str) -> Selection:
    """One statement, one that qualifies it, and one figure, with `words` in every field that takes any."""
    said = Anchor(1, 1 + len(exact), exact)
    document = Document(
        id="do-1",
        title=words,
        text=f" {exact}",
        sha256="0123456789abcdef",
        publisher=words,
        author=words,
        credit=words,
        gloss=words,
        published=When(words=words),
        url=words,
        archived_url=words,
    )
    actor = Actor(id="ac-1", name=words, kind="person", gloss=words)
    statement = Statement(
        id="st-1",
        document="do-1",
        type="direct",
        content=(said,),
        cue=(said,),
        act="denies",
        gloss=words,
        speakers=(Speaker("ac-1", capacity=words),),
        uttered=When(words=words, zone=words),
        about=("ac-1",),
        flags=(words,),
        review=Review("accepted"),
    )
    figure = Figure(
        id="fi-1",
        document="do-1",
        anchor=said,
        bound="exact",
        best=-1,
        counted=words,
        gloss=words,
        claimants=statement.speakers,
        attributed_to=("ac-1",),
        place=Place(words),
        period=When(words=words),
        statement="st-1",
        review=Review("accepted"),
    )
    relation = Relation(id="re-1", kind="qualifies", subject="st-2", object="st-1", why=words, gloss=words)
    records = Records.of(document, actor, statement, replace(statement, id="st-2", type="indirect"), figure, relation)
    return Selection(records, ("st-1",), ("fi-1",), 2, 1, MADE, filter=words, archive=words)


@pytest.mark.parametrize("parser", PARSERS)
@settings(max_examples=50, deadline=None)
@given(words=WORDS, exact=WORDS)
def test_no_field_of_any_record_becomes_markup_or_changes_a_letter(parser: str, words: str, exact: str) -> None:
    remarked = bool(unseen(exact))  # on the other page too
    said = ("\u200b" if remarked else "") + SAID * (len(exact) - remarked)
    plain = parsed(markdown(drawn(SOME, said)), parser)
    page = parsed(markdown(drawn(words, exact)), parser)
    assert page.blocks == plain.blocks
    assert page.texts == [text.replace(said, one_line(exact)).replace(SOME, one_line(words)) for text in plain.texts]
    assert page.markup - plain.markup <= ({"link_open", "link_close"} if re.match("https?://", words) else set())


@settings(max_examples=30, deadline=None)
@given(words=WORDS)
def test_every_footnote_is_found_and_none_is_made_by_a_record(words: str) -> None:
    page = parsed(markdown(drawn(words, words)), "footnotes")
    assert page.blocks.count("footnote_open") == 3
    assert "footnote_ref" in page.markup


def test_words_of_a_record_cannot_end_a_footnote_as_a_link_definition_ends() -> None:
    odd = replace(DOCUMENT, title='"A city', gloss='besieged"', url=None, archived_url=None)
    assert '"A city' in " ".join(parsed(markdown(chosen(archive(odd), TWEETED)), "commonmark").texts)


def test_an_id_that_is_not_ours_makes_no_markup() -> None:
    odd = replace(DENIAL, id="st-]: <b> *x*")
    page = parsed(markdown(chosen(archive(odd, without=[DENIAL]), odd)), "footnotes")
    assert page.blocks.count("footnote_open") == 1
    assert not page.markup & {"em_open", "html_inline"}
