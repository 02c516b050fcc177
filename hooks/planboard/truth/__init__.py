"""Truth: what is so; schedules, frozen records and the collection of all records of a site."""
