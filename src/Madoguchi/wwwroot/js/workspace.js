// The workspace's scripts. Nothing imports this file: its address carries a version, and a module under two addresses would run twice.
import "./hands.js";
import "./told.js";
import "./files.js";
import "./finding.js";
import "./keys.js";
import "./palette.js";
import "./canned.js";
import "./translating.js";
import "./presence.js";
import "./calls.js";
import "./side.js";
import "./mentions.js";
