/** Measures how well the planted structure of a generated release was found. */
package org.smssev.jobs.truth;
