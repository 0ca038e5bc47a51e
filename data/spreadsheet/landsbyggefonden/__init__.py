"""Landsbyggefonden's basistabeller: a workbook in which blocks of rents, counts and areas by kommune stand in no fixed place."""
