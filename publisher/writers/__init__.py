"""Writers: a plan as a file. They lay nothing out and do not know each other."""
