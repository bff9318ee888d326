/** Grade: puts the ratings together, sorts technologies into levels, and says how sure each level is and why. */
package org.smssev.jobs.grade;
