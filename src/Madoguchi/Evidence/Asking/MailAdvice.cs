using Madoguchi.Shared;

namespace Madoguchi.Evidence.Asking;

/// <summary>How a mail is sent with its full headers, by the mail programs that people have.</summary>
internal static class MailAdvice
{
    public static IReadOnlyList<Steps> For(AskedDevice device, Tongue t) => device switch
    {
        AskedDevice.IPhone or AskedDevice.Android => [Phone(t), GmailOnTheWeb(t)],
        AskedDevice.Windows => [GmailOnTheWeb(t), Outlook(t), NewOutlook(t), Thunderbird(t)],
        AskedDevice.Mac => [AppleMail(t), GmailOnTheWeb(t), NewOutlook(t), Thunderbird(t)],
        AskedDevice.Other => [GmailOnTheWeb(t), NewOutlook(t), Thunderbird(t)],
    };

    // The apps on telephones do not show headers: saying so spares a search that finds nothing.
    private static Steps Phone(Tongue t) => new(t["スマートフォンのメールアプリ", "Mail apps on a phone"],
    [
        t["スマートフォンのメールアプリでは、ヘッダーを表示できません。パソコンがあれば、下の方法でお送りください。", "Mail apps on phones do not show headers. If you have a computer, use the way below."],
        t["パソコンがなければ、メールを開いた画面の画像だけでかまいません。差出人と日時が入るようにしてください。", "Without one, a picture of the opened mail is fine: with the sender, the date and the time on it."],
        t["そのメールは消さずに残しておいてください。", "Please do not delete that mail."],
    ]);

    private static Steps GmailOnTheWeb(Tongue t) => new(t["Gmail(パソコンのブラウザ)", "Gmail (in a computer's browser)"],
    [
        t["メールを開き、右上の「︙」(その他)を押します。", "Open the mail and press the three dots (More) at its upper right."],
        t["「メールをダウンロード」を選ぶと、.eml ファイルが保存されます。", "Choose Download message: an .eml file is saved."],
        t["そのファイルをこのページで選びます。または「メッセージのソースを表示」の文を写して、下の欄に貼り付けます。", "Choose that file here; or copy the text under Show original and paste it below."],
    ]);

    private static Steps Outlook(Tongue t) => new(t["Outlook(従来の Windows 版)", "Outlook (classic, Windows)"],
    [
        t["メールをダブルクリックして、別の窓で開きます。", "Double-click the mail, so that it opens in a window of its own."],
        t["「ファイル」→「プロパティ」の「インターネット ヘッダー」をすべて選んで写します(Ctrl と A、Ctrl と C)。", "File, Properties: select all of Internet headers and copy it (Ctrl and A, Ctrl and C)."],
        t["下の欄に貼り付けます。", "Paste it into the box below."],
    ]);

    private static Steps NewOutlook(Tongue t) => new(t["Outlook(新しい版・ブラウザ版)", "Outlook (new, or in the browser)"],
    [
        t["メールを開き、「…」(その他の操作)を押します。", "Open the mail and press the three dots (More actions)."],
        t["「表示」→「メッセージのソースを表示」を選び、出てきた文をすべて写します。", "Choose View, View message source, and copy all of it."],
        t["下の欄に貼り付けます。", "Paste it into the box below."],
    ]);

    private static Steps AppleMail(Tongue t) => new(t["Apple メール(Mac)", "Apple Mail (Mac)"],
    [
        t["メールを選び、「ファイル」→「別名で保存…」で、フォーマットを「ソース」にして保存します。", "Select the mail; File, Save As…, with the format Raw Message Source."],
        t["そのファイルをこのページで選びます(メールをデスクトップに引いても、.eml ファイルになります)。", "Choose that file here. Dragging the mail to the desktop makes an .eml file as well."],
    ]);

    private static Steps Thunderbird(Tongue t) => new("Thunderbird",
    [
        t["メールを選び、「ファイル」→「名前を付けて保存」→「ファイル」を選びます。.eml ファイルが保存されます。", "Select the mail; File, Save As, File: an .eml file is saved."],
        t["そのファイルをこのページで選びます。", "Choose that file here."],
    ]);
}
