/** What the measuring stages share: families and citations as columns of plain numbers. */
package org.smssev.jobs.measure;
