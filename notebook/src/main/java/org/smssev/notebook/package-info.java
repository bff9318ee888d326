/**
 * What a notebook sees: {@link org.smssev.notebook.Results}, the tables of a published run, read only;
 * {@link org.smssev.notebook.TextTable} and {@link org.smssev.notebook.Charts} to show them. Nothing here depends on the
 * kernel: any Java kernel that shows the value of a cell's last expression shows these.
 */
package org.smssev.notebook;
