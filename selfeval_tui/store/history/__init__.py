"""历史: earlier versions of each sheet, kept beside the sheets of its year, and whole backups.

shelf      where versions lie, and reading them
keep       writing one, unless it says what the latest says already
thin       which of them stay: the newest fifty, and one a day for ninety days
keeper     when one is due: at opening, after a rest, before bulk changes, at 定稿 and the like
rescue     the last good version of a file that is damaged
archive    what a backup may hold; backup writes one, take_back reads one
"""
