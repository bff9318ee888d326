/** Starts a project: looks at the patent files of a folder and writes a first configuration for them. */
package org.smssev.jobs.init;
