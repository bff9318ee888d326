/** Evaluate: reads the experts' scores cell by cell, measures how far the panel agrees, and rates each candidate. */
package org.smssev.jobs.evaluate;
