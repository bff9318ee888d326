/** Symbols of the International Patent Classification: how they are spelled, cut to a level, and contained in a scope. */
package org.smssev.common.ipc;
