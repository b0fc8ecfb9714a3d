"""What was drawn by hand from `reports/aleppo.txt`, a report on Aleppo in December 2016."""
