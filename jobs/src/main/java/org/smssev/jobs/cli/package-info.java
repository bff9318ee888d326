/** The command line: one class per command, stable for scripts and schedules. */
package org.smssev.jobs.cli;
