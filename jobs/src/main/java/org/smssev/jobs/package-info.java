/** The stages of the method, one package each, and the command line that runs them. */
package org.smssev.jobs;
