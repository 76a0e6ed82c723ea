import { useUnread, useWidget, Widget } from "@onethread/widget-react";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

function App() {
  const [language, setLanguage] = useState("en");
  const [hidden, setHidden] = useState(false);
  return (
    <main>
      <h1>Alpaca coats</h1>
      <Help />
      <button type="button" onClick={() => setLanguage(language === "en" ? "de" : "en")}>
        {language === "en" ? "Deutsch" : "English"}
      </button>
      <button type="button" onClick={() => setHidden(!hidden)}>
        {hidden ? "With the chat" : "Without the chat"}
      </button>
      {!hidden && <Widget host="https://desk.example.com" widgetKey="wgt_your_key" locale={language} />}
    </main>
  );
}

function Help() {
  const chat = useWidget();
  const unread = useUnread();
  return (
    <button type="button" onClick={() => chat.open("new", "Which size do I need?")}>
      Ask us {unread > 0 && `(${unread})`}
    </button>
  );
}

const root = document.getElementById("app");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
