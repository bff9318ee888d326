/**
 * Survey: existing lists become technologies with a scope of IPC codes and keywords, and patent families are matched
 * to them.
 */
package org.smssev.jobs.survey;
