package org.uplift.stack.demonstration;

/** The register of the trust, in the columns of Get Information about Schools. */
final class RegisterFile {
    private RegisterFile() {}

    static String of(InventedTrust trust) {
        StringBuilder csv = new StringBuilder(
                "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,"
                        + "TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,CloseDate,PhaseOfEducation (name),"
                        + "StatutoryLowAge,StatutoryHighAge,ReligiousCharacter (name),Diocese (name),SchoolCapacity,CensusDate,"
                        + "NumberOfPupils,PercentageFSM,UKPRN,Town,Postcode,GOR (name),Easting,Northing,Linked establishments\n");
        for (School school : trust.schools()) {
            boolean church = school.name().contains("CofE");
            csv.append(String.join(
                            ",",
                            String.valueOf(school.urn()),
                            String.valueOf(School.LOCAL_AUTHORITY),
                            "Exampleshire",
                            String.valueOf(school.establishment()),
                            school.name(),
                            "Academy converter",
                            "Open",
                            "01-09-2012",
                            "",
                            school.primary() ? "Primary" : "Secondary",
                            school.primary() ? (school.junior() ? "7" : "4") : "11",
                            school.primary() ? "11" : "18",
                            church ? "Church of England" : "Does not apply",
                            church ? "Diocese of Exampleshire" : "Not applicable",
                            String.valueOf(school.roll() + 20),
                            "15-01-" + trust.year(),
                            String.valueOf(school.roll()),
                            String.valueOf(8 + school.urn() % 19),
                            String.valueOf(10_900_000 + school.urn() % 1000),
                            "Exampletown",
                            "ZZ9 " + (school.urn() % 9 + 1) + "ZZ",
                            "South East",
                            String.valueOf(500_000 + school.urn() % 100 * 700),
                            String.valueOf(150_000 + school.urn() % 100 * 400),
                            "Does not have links"))
                    .append('\n');
        }
        return csv.toString();
    }
}
