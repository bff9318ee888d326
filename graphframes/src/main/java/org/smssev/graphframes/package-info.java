/** The distributed graph engine, on GraphFrames; an optional module that is found on the class path. */
package org.smssev.graphframes;
