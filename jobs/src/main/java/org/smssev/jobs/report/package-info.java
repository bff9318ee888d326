/**
 * The report stage: one self-contained page for decision makers. {@link org.smssev.jobs.report.ReportPage} turns
 * {@link org.smssev.jobs.report.ReportData} into HTML without reading anything else.
 */
package org.smssev.jobs.report;
