"""历史: earlier versions of each sheet, kept beside the sheets of its year, and whole backups.

    shelf          where versions lie, and reading them
    subjects       whose they are: the sheets that are there, and those that are gone
    keep           writing one, unless it says what the latest says already
    thin           which of them stay: the newest fifty, and one a day for ninety days
    keeper         when one is due: at opening, after a rest, before bulk changes, at 定稿 and so on
    rescue         the last good version of a file that is damaged
    archive        what a backup may hold
    backup         writing one
    opened_backup  reading one that may come from anywhere
    take_back      putting it back

A version is never loaded as a sheet, and a damaged one stands in nobody's way.
"""
