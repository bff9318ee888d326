package org.smssev.jobs.evaluate;

import org.smssev.common.io.Sheets;

/**
 * One sheet of scores.
 *
 * @param file path, for messages and for the rejected cells
 * @param sha256 digest of the file
 * @param sheet name of the sheet, empty for a text file or a table
 * @param table its rows
 */
record ScoreSheet(String file, String sha256, String sheet, Sheets.Table table) {}
