// The door: a password in, the page out.

import { post } from "./api.js";
import { $ } from "./dom.js";

$("login").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    await post("/login", { password: $("password").value });
    location.reload();
  } catch (error) {
    $("wrong").textContent = error.told ? `${error.told.what}。${error.told.hint}` : String(error);
    $("password").select();
  }
});
