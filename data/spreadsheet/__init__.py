"""Spreadsheets in and out: the workbook that BL fills in, and rents from files."""
