/**
 * Numbers of publications and applications, in the spellings of all sources. {@link
 * org.smssev.jobs.ingest.number.PublicationNumber} gives the canonical form of a publication and {@link
 * org.smssev.jobs.ingest.number.ApplicationNumber} the key that all spellings of an application share; both ask the other classes, of
 * which each knows an office or what stands around a number. {@link org.smssev.jobs.ingest.number.DerwentNumbers}, {@link
 * org.smssev.jobs.ingest.number.EpodocNumbers} and {@link org.smssev.jobs.ingest.number.FourDigitYears} are for layouts whose own
 * spelling a number does not tell. Pure: texts go in and come out. What is ambiguous stays as it is, as a wrong join is worse than a
 * missed one (decision 0018).
 */
package org.smssev.jobs.ingest.number;
