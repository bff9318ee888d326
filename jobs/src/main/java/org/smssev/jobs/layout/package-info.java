/** Places of the nodes of a network on a plane, for the report and for exports. */
package org.smssev.jobs.layout;
