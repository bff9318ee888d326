/**
 * The citation network of publications and of families: who cites whom within the data, how often compared with its
 * like, and from how far. It is measured by the network stage.
 */
package org.smssev.jobs.measure.citation;
