/** A Java kernel for Jupyter: JShell within the kernel's process, behind the protocol of jjava-jupyter. */
package org.smssev.notebook.kernel;
