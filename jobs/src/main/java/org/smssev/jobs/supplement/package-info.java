/** Supplement: what experts nominate is merged with what the screen kept. */
package org.smssev.jobs.supplement;
