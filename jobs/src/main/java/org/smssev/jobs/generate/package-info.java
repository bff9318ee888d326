/**
 * Makes a synthetic release with planted truth: patents of invented technologies, lists, nominations and a panel's
 * scores. Nothing in it is real but the IPC symbols and the names of some technologies; every file says SYNTHETIC.
 */
package org.smssev.jobs.generate;
