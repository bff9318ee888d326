/** The stage that measures the technology gap of what patents were sorted into. */
package org.smssev.jobs.measure.gap;
