package org.smssev.jobs.generate;

/** A publication before its text is made. Dates are days since 1970-01-01. */
final class Draft {
    /** Place over all releases, from 0. */
    final int serial;

    /** Release in which it first appears, 0 for the first. */
    final int block;

    int technology;
    int second;
    double purity;
    int country;

    /** Country of the second applicant, -1 without one. */
    int otherCountry = -1;

    int applicant;
    int otherApplicant = -1;
    int office;

    /** First publication of the family; itself, if it is the first. */
    Draft original = this;

    int priority;
    int filing;
    int publication;
    boolean chinese;
    String number = "";
    String[] codes = {};

    /** How it is spoiled, null if it is not. */
    BadKind bad;

    Draft(int serial, int block) {
        this.serial = serial;
        this.block = block;
    }

    boolean isMember() {
        return original != this;
    }

    /** Name of the family. */
    String family() {
        return String.valueOf(40_000_000 + original.serial);
    }
}
