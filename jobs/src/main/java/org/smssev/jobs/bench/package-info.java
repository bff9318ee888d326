/** How long the flow takes, stage by stage, and how much memory. */
package org.smssev.jobs.bench;
