/**
 * Numbers of publications and applications, in the spellings of all sources. {@link
 * org.smssev.jobs.ingest.number.PublicationNumber} gives the canonical form of a publication, and {@link
 * org.smssev.jobs.ingest.number.PublicationFlaw} says why a text is none; {@link org.smssev.jobs.ingest.number.ApplicationNumber} gives
 * the key that all spellings of an application share, and {@link org.smssev.jobs.ingest.number.ApplicationKind} the letters of those
 * that are numbered apart. They ask the other classes, of which each knows an office ({@code KoreanNumber} publications, {@code
 * KoreanApplication} applications), a form of databases ({@code DocdbDigits} by year and serial number, {@code DatabaseDigits} by digits
 * alone, {@code PctNumber}), or what stands around a number ({@code OfficeMark}, {@code CheckDigit}, {@code BareNumber}). {@link
 * org.smssev.jobs.ingest.number.DerwentNumbers}, {@link org.smssev.jobs.ingest.number.EpodocNumbers} and {@link
 * org.smssev.jobs.ingest.number.FourDigitYears} are for layouts whose own spelling a number does not tell. Pure: texts go in and come
 * out. What is ambiguous stays as it is, as a wrong join is worse than a missed one (decision 0018).
 */
package org.smssev.jobs.ingest.number;
