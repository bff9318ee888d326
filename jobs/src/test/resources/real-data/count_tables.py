"""Counts what the real tables on drones hold, apart from the program that they test.

    python3 count_tables.py FOLDER > tables.json

FOLDER has the folders drones, dronesr and ipc. Needs nothing but Python 3.

What is counted, per set (drones: drones.yaml, dronesr: dronesr.yaml):
  records        rows of the table of records (lens_drones, pat_title)
  publications   distinct numbers: of drones blanks and slashes dropped, of dronesr the Lens id
  bad_dates      records of which a date is none
  ipc_total      codes as they stand, repeats too; of dronesr the rows of ipc whose lens_id has a title
  ipc_repeats    codes that stand before in the same record, whatever their zeros
  ipc_cut_off    codes that end behind the slash or before it
  ipc_other      codes of no form that an IPC code has
  ipc_in_force, ipc_not_in_force, ipc_never_existed
                 the others, held against the inventory: of this edition, once valid, not in it
  ipc_symbols    distinct symbols among the codes that are whole
  ipc_ended      of these, those no longer in force
  ipc_titled     of these, those that the file of titles has
  without_ipc    records without a code that is whole
  families       groups of records that share a member of their INPADOC families, directly or through others; a record
                 without a row in numbers (of its office, digits without leading zeros, and kind), or with a row
                 without members, is one of its own. dronesr: the publications
  with_citations, citations
                 records that cite, and the distinct patents that each cites; applications of Japan of early 1989 have
                 the year 1 or 64 (several rows list JP1067598A and JP64067598A)
  applicants, inventors
                 records with one that has a name
"""

import collections
import csv
import datetime
import gzip
import json
import os
import re
import sys

csv.field_size_limit(1 << 30)


def rows(*path):
    with gzip.open(os.path.join(*path), "rt", encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def inventory(folder):
    valid = {}
    with gzip.open(os.path.join(folder, "ipc", "inventory-2025-01-01.csv.gz"), "rt", encoding="utf-8-sig") as file:
        for line in file:
            symbol, _, end = line.strip().split(";")
            # A symbol that came back into force stands in several lines.
            valid[symbol] = "-" if end == "-" else valid.get(symbol, end)
    return valid


def symbol(code):
    """H01M10/0525 as H01M0010052500; None if it is not whole."""
    match = re.fullmatch(r"([A-H]\d\d[A-Z])\s*0*(\d{1,4})/(\d{2,6})", code)
    return match and match[1] + match[2].rjust(4, "0") + match[3].ljust(6, "0")


def titled(folder):
    with gzip.open(os.path.join(folder, "ipc", "titles.tsv.gz"), "rt", encoding="utf-8-sig") as file:
        cells = (line.rstrip("\n").split("\t") for line in file)
        return {row[1].strip('"') for row in cells if row[2].strip('" ')}


def count_codes(records, valid, titles):
    count = collections.Counter()
    symbols = set()
    for codes in records:
        seen = set()
        for code in codes:
            count["ipc_total"] += 1
            whole = symbol(code)
            if whole is None:
                cut = re.fullmatch(r"[A-H]\d\d[A-Z]?\s*\d*/?", code)
                count["ipc_cut_off" if cut else "ipc_other"] += 1
                continue
            count["ipc_repeats"] += whole in seen
            seen.add(whole)
            end = valid.get(whole)
            count["ipc_in_force" if end == "-" else "ipc_not_in_force" if end else "ipc_never_existed"] += 1
        symbols |= seen
        count["without_ipc"] += not seen
    count["ipc_symbols"] = len(symbols)
    count["ipc_ended"] = sum(valid.get(s, "-") != "-" for s in symbols)
    count["ipc_titled"] = len(symbols & titles)
    return count


def listed(cell, separator):
    return [part.strip() for part in cell.split(separator) if part.strip()]


def is_day(text):
    try:
        datetime.datetime.strptime(text, "%d/%m/%y")
        return True
    except ValueError:
        return text == ""


def number(text):
    """Office, digits without leading zeros, kind."""
    compact = re.sub(r"[\s/]", "", text.upper())
    japanese = re.fullmatch(r"JP0?1(\d{6})A", compact)
    if japanese and int(japanese[1]) <= 81498:
        return "JP", "", "64" + japanese[1], "A"
    match = re.fullmatch(r"([A-Z]{2})([A-Z]*)0*(\d+)([A-Z]\d?)?", compact)
    return match.groups("") if match else compact


def groups(lists):
    """Number of groups of lists that share a value, directly or through others."""
    of_value, parent = {}, list(range(len(lists)))

    def root(i):
        while parent[i] != i:
            i = parent[i]
        return i

    for i, values in enumerate(lists):
        for value in values:
            j = root(of_value.setdefault(value, i))
            parent[max(root(i), j)] = min(root(i), j)
    return len({root(i) for i in range(len(lists))})


def drones(folder, valid, titles):
    joined = collections.defaultdict(lambda: ([], []))
    for row in rows(folder, "drones", "numbers.csv.gz"):
        members, cited = joined[number(row["publication_number"])]
        members += listed(row["inpadoc_family_members"], ";")
        cited += listed(row["cited_patents"], ";")
    records = list(rows(folder, "drones", "lens_drones.csv.gz"))
    count = count_codes([listed(r["ipcr_classifications"], ";;") for r in records], valid, titles)
    families, publications = [], set()
    for record in records:
        key = re.sub(r"[\s/]", "", record["publication_number"]).upper()
        publications.add(key)
        members, cited = joined.get(number(key), ([], []))
        # A member may carry a date behind its number.
        families.append({number(key)} | {number(m.split(" ")[0]) for m in members if m != "NA"})
        cites = {number(c) for c in cited if c != "NA"}
        count["with_citations"] += bool(cites)
        count["citations"] += len(cites)
        count["bad_dates"] += not all(is_day(record[name]) for name in ("publication_date", "application_date"))
        for role in ("applicants", "inventors"):
            count[role] += bool(listed(record[role], ";;"))
    count["records"] = len(records)
    count["publications"] = len(publications)
    count["families"] = groups(families)
    return count


def dronesr(folder, valid, titles):
    ids = [row["doc_id"].strip() for row in rows(folder, "dronesr", "pat_title.csv.gz")]
    known = set(ids)
    codes = {i: [] for i in ids}
    for row in rows(folder, "dronesr", "ipc.csv.gz"):
        if row["lens_id"].strip() in known and row["ipcr_classifications"].strip():
            codes[row["lens_id"].strip()].append(row["ipcr_classifications"].strip())
    count = count_codes(list(codes.values()), valid, titles)
    for role in ("applicants", "inventors"):
        named = {
            row["lens_id"].strip()
            for row in rows(folder, "dronesr", role + "_cleaned.csv.gz")
            if row[role + "_cleaned"].strip() not in ("", "NA")
        }
        count[role] = len(named & known)
    count["records"] = len(ids)
    count["publications"] = count["families"] = len(known)
    return count


def main(folder):
    names = (
        "records publications bad_dates ipc_total ipc_repeats ipc_cut_off ipc_other ipc_in_force ipc_not_in_force"
        " ipc_never_existed ipc_symbols ipc_ended ipc_titled without_ipc families with_citations citations applicants"
        " inventors"
    ).split()
    valid = inventory(folder)
    titles = titled(folder)
    counts = {"drones": drones(folder, valid, titles), "dronesr": dronesr(folder, valid, titles)}
    lines = [f" {json.dumps(s)}: {json.dumps({name: counts[s][name] for name in names})}" for s in counts]
    print("{\n" + ",\n".join(lines) + "\n}")


if __name__ == "__main__":
    main(sys.argv[1])
