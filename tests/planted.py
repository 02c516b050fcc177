"""Planted: what looks like personal data and belongs to nobody, and what only seems to.

The numbers are those kept for examples and dramas, or were never given out.
"""

from __future__ import annotations

from typing import Final

__all__ = ["ORDINARY", "PLANTED"]

PLANTED: Final = {
    "AB12 CDE": "registration-plate",
    "AB12CDE": "registration-plate",
    "ab12 cde": "registration-plate",
    "AB12-CDE": "registration-plate",
    "A123 BCD": "registration-plate",
    "ABC 123D": "registration-plate",
    "ABZ 1234": "registration-plate",
    "warden.private@mail.example": "private-email",
    "warden [at] mail [dot] example": "private-email",
    "07700 900123": "private-phone",
    "07700900123": "private-phone",
    "7700900123": "private-phone",
    "(01632) 960 001": "private-phone",
    "01632-960-001": "private-phone",
    "01632 96000": "private-phone",
    "020 7946 0000": "private-phone",
    "+44 (0)7700 900123": "private-phone",
    "+44 7700 900123": "private-phone",
    "0044 20 7946 0000": "private-phone",
    "PC 7421": "collar-number",
    "PCSO7421": "collar-number",
    "Pc 7421": "collar-number",
    "Sgt 742": "collar-number",
    "Insp: 7421": "collar-number",
    "DC AB7421": "collar-number",
    "SC 9123": "collar-number",
    "PC Warden 7421": "collar-number",
    "Sergeant A. Warden (742": "collar-number",
    "collar number 7421": "collar-number",
    "shoulder number: 742": "collar-number",
    "warrant no. 123456": "collar-number",
    "QQ 12 34 56 C": "national-insurance",
    "QQ123456C": "national-insurance",
    "qq123456c": "national-insurance",
    "12 High Street, Hilltown, ZZ9 9ZZ": "house-and-postcode",
    "14a The Paddocks, Hilltown ZZ99 9ZZ": "house-and-postcode",
    "14 church lane zz9 9zz": "house-and-postcode",
    "12 ZZ9 9ZZ": "house-and-postcode",
    "///filled.count.soap": "what3words",
    "w3w.co/filled.count.soap": "what3words",
    "filled.count.soap": "what3words",
    "22/99999/23": "crime-reference",
    "22DH/99999A/23": "crime-reference",
    "CR/99999/23": "crime-reference",
    "9999999/23": "crime-reference",
    "60.9999, 1.9999": "exact-location",
    "HP 0000 0000": "exact-location",
    "DOB: 1/2/1903": "date-of-birth",
    "born on 1 February 1903": "date-of-birth",
    "999 123 4567": "nhs-number",
    "sort code 00-00-00": "sort-code",
}
"""Each with the code of its complaint."""

ORDINARY: Final = (
    *("100 PCs", "PC meetings", "PCSO 2", "PCSO 2022/23", "Sgt 2", "PC 100%", "DC 2021-22"),
    *("Crime 2021–22", "Crime 2021/22", "crime number 2022", "crime numbers fell by 1,234"),
    *("log CSW-01", "log 2022", "incident 12", "incidents 1000-2000", "offence 59", "police 101"),
    *("Ring police 101 on 12 May", "URN", "urn:isbn:1", "the police reference group 12"),
    *("A45 corridor", "A45 CSW", "M40 junction 12", "M40 JCT 12", "B4084", "GU1", "GU12 NPT"),
    *("Safer Streets 5", "Year 5/6", "25/26", "2022/23", "SP&I", "R144", "o01-a05", "a1b2c3d4"),
    *("FY22 and after", "FY22 AND AFTER", "RUN 10K", "GBP 12M", "FOI 1234", "H1 PCC", "CSW 1A"),
    *(
        "0800 555 111",
        "+44 (0)300 123 4567",
        "+44 300 123 4567",
        "0300 123 4567",
        "03450 123456",
        "101 or 999",
        "105",
        "0.1632960001",
    ),
    *("01.02.2022 to 03.04.2022", "012345678901", "£7700900123", "1,234,567", "10 000 000"),
    *("Section 59", "20 mph", "1.10", "2022-06-29", "12/05/2022", "£30,000", "80%", "24/7"),
    *(
        "www.gov.uk",
        "data.police.uk",
        "actions.csv",
        "https://council.example/minutes",
        "e.g. this",
    ),
    *("planboard.rules.check", "navigation.instant.progress", "minutes.council.example"),
    *("file:///tidy.little.house", "`theme.features.first`", "a page.of.html.text", "logo@2x.png"),
    *("ZZ9 9ZZ", "Hilltown Hall, ZZ9 9ZZ", "On 12 May at the hall, ZZ9 9ZZ", "In 2022 at ZZ9 9ZZ"),
    *("PO Box 12 Hilltown ZZ9 9ZZ", "12 High Street. The hall is at ZZ9 9ZZ", "at 7.30 ZZ9 9ZZ"),
    *("@police", "22/01234/FUL", "SI 2018/952", "12/2022/23", "sha256-AB12CDE+01632960001="),
    *("born in 1903", "Highways Act 1980", "ISO 27001", "v1.2.3", "HP 2022 2023", "52.1, -2.1"),
)
"""What a plan says every day, and is nobody's."""
