"""Counts what real DOCDB and Red Book files hold, apart from the program that they test.

    python3 count_documents.py FOLDER > documents.json

FOLDER has the folders docdb and uspto with .xml.gz files. Needs nothing but Python 3. DOCDB is read with regular
expressions alone; Red Book files are cut at their XML declarations and read with ElementTree.

What is counted, per file:
  documents     patents, also designs and plants
  not_patents   documents of another root element, such as sequence listings
  publications  distinct numbers, office-number-kind, leading zeros dropped
  ipc_total     IPC codes as they stand, repeats too. Red Book: only those of the document itself; 2005 files also give
                codes of the documents that they cite, in the same element. DOCDB: those of older editions
                (classification-ipc) only where a document has no reformed code
  ipc_distinct  distinct codes of each document, summed
  families      distinct DOCDB families
  titles        documents with a title
  abstracts     documents with an abstract
  applicants    Red Book: assignees; where a document has none, its applicants. DOCDB: distinct sequence numbers, as each
                applicant comes once per data format
  inventors     Red Book: inventors; where a document has none, its applicants that are inventors too. DOCDB: as applicants
  citations     cited patents, repeats too
  priorities    claimed priorities; DOCDB: of format docdb
"""

import collections
import glob
import gzip
import html
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree


def texts_of(path):
    with gzip.open(path, "rt", encoding="utf-8-sig") as file:
        return file.read()


def number(office, serial, kind):
    letters, digits = re.fullmatch(r"([A-Z]*)0*(\d+)", serial).groups()
    return "-".join([office, letters + digits, kind])


def slashed(symbol):
    """A63H  30/04 or A63H030/04 as A63H 30/04."""
    head, group, subgroup = re.fullmatch(r"([A-H]\d\d[A-Z])\s*0*(\d+)/(\d+)", symbol.strip()).groups()
    return f"{head} {group}/{subgroup}"


def ipc7(symbol):
    """A45F  504: four characters, three of the group, the rest is the subgroup."""
    if "/" in symbol:
        return slashed(symbol)
    return f"{symbol[:4]} {symbol[4:7].strip().lstrip('0')}/{symbol[7:].strip()}"


def docdb(text):
    count = collections.Counter()
    publications, families = set(), set()
    for match in re.finditer(r"<(?:exch:)?exchange-document\s([^>]*)>(.*?)</(?:exch:)?exchange-document>", text, re.S):
        head = dict(re.findall(r'([\w-]+)="([^"]*)"', match.group(1)))
        body = re.sub(r"<(/?)exch:", r"<\1", match.group(2))
        count["documents"] += 1
        publications.add(number(head["country"], head["doc-number"], head["kind"]))
        families.add(head["family-id"])
        reformed = re.findall(r"<classification-ipcr[ >].*?<text>(.*?)</text>", body, re.S)
        codes = [slashed(code[:15]) for code in reformed]
        if not codes:
            old = re.findall(r"<classification-ipc>.*?</classification-ipc>", body, re.S)
            for code in re.findall(r"<main-classification>(.*?)</main-classification>", "".join(old), re.S):
                codes.append(slashed(re.sub(r"^\s*\d?([A-H])\s*(\d\d[A-Z])", r"\1\2", code)[:15]))
        count["ipc_total"] += len(codes)
        count["ipc_distinct"] += len(set(codes))
        count["titles"] += bool(re.search(r"<invention-title[ >][^<]*\w", body))
        count["abstracts"] += bool(re.search(r"<abstract[ >].*?\w.*?</abstract>", body, re.S))
        for role in ("applicant", "inventor"):
            sequences = re.findall(rf'<{role} [^>]*?sequence="(\d+)"', body)
            count[role + "s"] += len(set(sequences))
        count["citations"] += len(re.findall(r"<patcit[ >]", body))
        count["priorities"] += len(re.findall(r'<priority-claim [^>]*data-format="docdb"', body))
    return count, publications, families


def parse(piece):
    piece = re.sub(r"<\?xml.*?\?>|<!DOCTYPE[^\[>]*(\[[^\]]*\])?\s*>", "", piece)
    keep = {"amp", "lt", "gt", "quot", "apos"}
    named = lambda m: m.group(0) if m.group(1) in keep else html.unescape(m.group(0))
    return ElementTree.fromstring(re.sub(r"&(\w+);", named, piece))


def uspto(text):
    count = collections.Counter()
    publications = set()
    for piece in re.split(r"(?=<\?xml )", text):
        if not piece.strip():
            continue
        root = parse(piece)
        if root.tag not in ("us-patent-grant", "us-patent-application"):
            count["not_patents"] += 1
            continue
        count["documents"] += 1
        data = next(child for child in root if child.tag.startswith("us-bibliographic-data-"))
        identity = data.find("publication-reference/document-id")
        publications.add(number(*(identity.findtext(tag) for tag in ("country", "doc-number", "kind"))))
        codes = []
        for code in data.findall("classifications-ipcr/classification-ipcr"):
            part = [code.findtext(tag) for tag in ("section", "class", "subclass", "main-group", "subgroup")]
            codes.append(slashed("".join(part[:3]) + " " + part[3] + "/" + part[4]))
        for code in data.findall("classification-ipc/*"):
            if code.tag in ("main-classification", "further-classification"):
                codes.append(ipc7(code.text))
        count["ipc_total"] += len(codes)
        count["ipc_distinct"] += len(set(codes))
        count["titles"] += bool("".join(data.find("invention-title").itertext()).strip())
        abstract = root.find("abstract")
        count["abstracts"] += abstract is not None and bool("".join(abstract.itertext()).strip())
        applicants = data.findall("parties/applicants/applicant") + data.findall("us-parties/us-applicants/us-applicant")
        count["applicants"] += len(data.findall("assignees/assignee")) or len(applicants)
        inventors = data.findall("us-parties/inventors/inventor") + data.findall("parties/inventors/inventor")
        count["inventors"] += len(inventors) or sum("inventor" in a.get("app-type") for a in applicants)
        count["citations"] += len(data.findall("references-cited/citation/patcit"))
        count["citations"] += len(data.findall("us-references-cited/us-citation/patcit"))
        count["priorities"] += len(data.findall("priority-claims/priority-claim"))
    return count, publications, set()


def main(folder):
    names = (
        "documents not_patents publications ipc_total ipc_distinct families titles abstracts applicants inventors"
        " citations priorities"
    ).split()
    result = {}
    for kind, read in (("docdb", docdb), ("uspto", uspto)):
        for path in sorted(glob.glob(os.path.join(folder, kind, "*.xml.gz"))):
            count, publications, families = read(texts_of(path))
            count["publications"] = len(publications)
            count["families"] = len(families)
            result[kind + "/" + os.path.basename(path)] = {name: count[name] for name in names}
    lines = [f" {json.dumps(path)}: {json.dumps(counts)}" for path, counts in result.items()]
    print("{\n" + ",\n".join(lines) + "\n}")


if __name__ == "__main__":
    main(sys.argv[1])
