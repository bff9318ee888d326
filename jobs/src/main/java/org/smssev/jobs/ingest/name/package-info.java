/**
 * Names of applicants: {@link org.smssev.jobs.ingest.name.ApplicantNames} gives the form that all spellings of a name share, {@link
 * org.smssev.jobs.ingest.name.ApplicantThesaurus} what a user's list says of them. They ask the other classes, of which each knows
 * legal forms of some languages ({@code EnglishForms}, {@code EastAsianForms}, {@code RussianForms}, {@code MarkedForms}), persons,
 * or letters. Pure: texts go in and come out; nothing of formats, records and Spark is known.
 */
package org.smssev.jobs.ingest.name;
