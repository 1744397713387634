"""The library: speeches as a site of plain files, to read, to search and to download."""
