/**
 * Screen: technologies of the lists and clusters of patents become candidates, which pass gates, are scored by TOPSIS
 * over objective weights, and are cut.
 */
package org.smssev.jobs.screen;
