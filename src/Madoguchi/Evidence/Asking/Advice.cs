using Madoguchi.Shared;

namespace Madoguchi.Evidence.Asking;

/// <summary>How to get one thing on one device, step by step.</summary>
/// <param name="Of">Which program or place it is about, where there are several.</param>
public sealed record Steps(string? Of, IReadOnlyList<string> All);

/// <summary>What helps, and how to get it: short enough to be done with the telephone in the other hand.</summary>
public static class Advice
{
    public static string Why(Wanted wanted, Tongue t) => wanted switch
    {
        Wanted.Capture => t["画面に出ていた言葉と時刻が、そのまま残ります。まだ開いているページや、前に撮った画像でもかまいません。", "It keeps the words and the time on the screen as they were. A page that is still open, or a picture that you took before, is just as good."],
        Wanted.Mail => t["メールの「ヘッダー」には、いつ、どこを通って届いたかが書かれています。転送では消えてしまうため、次の方法でお送りください。", "A mail's “headers” say when it came and by which way. Forwarding loses them; these ways keep them."],
        Wanted.ErrorText => t["番号や英語の文も、そのまま写してください。一文字の違いが手がかりになります。", "Copy it as it is, numbers and all: a single letter can be the clue."],
        Wanted.File => t["関係するファイルがあれば、そのままお送りください。直したり、名前を変えたりしなくて大丈夫です。", "If there is a file that has to do with it, send it as it is. There is no need to tidy it or rename it."],
    };

    public static IReadOnlyList<Steps> For(Wanted wanted, AskedDevice device, Tongue t) => wanted switch
    {
        Wanted.Capture => [Capture(device, t)],
        Wanted.Mail => MailAdvice.For(device, t),
        Wanted.ErrorText => [ErrorText(device, t)],
        Wanted.File => [],
    };

    private static Steps Capture(AskedDevice device, Tongue t) => device switch
    {
        AskedDevice.IPhone => new(null,
        [
            t["右のサイドボタンと音量を上げるボタンを、同時に押してすぐ離します(ホームボタンのある機種は、ホームボタンと電源ボタン)。", "Press the side button and volume up together, and let go at once (with a Home button: Home and the power button)."],
            t["左下に出た小さな画像は、そのままにしておけば「写真」に入ります。", "Leave the little picture at the lower left alone: it goes to Photos."],
            t["このページの「ファイルを選ぶ」から、その画像を選びます。", "Choose that picture below."],
        ]),
        AskedDevice.Android => new(null,
        [
            t["電源ボタンと音量を下げるボタンを、同時に押してすぐ離します(できないときは、少し長めに押します)。", "Press power and volume down together, and let go (if nothing happens, hold them a little longer)."],
            t["画像は「フォト」や「ギャラリー」の「スクリーンショット」に入ります。", "The picture is under Screenshots in Photos or Gallery."],
            t["このページの「ファイルを選ぶ」から、その画像を選びます。", "Choose that picture below."],
        ]),
        AskedDevice.Windows => new(null,
        [
            t["Windows キーと Shift と S を同時に押し、残したいところをマウスで囲みます。", "Press Windows, Shift and S together, and drag over what you want to keep."],
            t["このページに戻り、Ctrl と V を押すと貼り付けられます。", "Come back to this page and press Ctrl and V to paste it."],
            t["画面全体を残すときは、Windows キーと PrtScn を押します。画像は「ピクチャ」の「スクリーンショット」に入ります。", "For the whole screen, press Windows and PrtScn: the picture is in Pictures, Screenshots."],
        ]),
        AskedDevice.Mac => new(null,
        [
            t["shift と command と 4 を同時に押し、残したいところを囲みます(画面全体なら 3)。", "Press Shift, Command and 4 together, and drag over what you want to keep (3 for the whole screen)."],
            t["画像はデスクトップに入ります。", "The picture is on the desktop."],
            t["このページの「ファイルを選ぶ」から選ぶか、ここに引いてきて放します。", "Choose it below, or drag it onto this page."],
        ]),
        AskedDevice.Other => new(null,
        [
            t["画面を、別のスマートフォンやカメラで撮った写真でもかまいません。文字と時刻が読めるように、正面から撮ってください。", "A photo of the screen, taken with another phone or camera, will do: from the front, so that words and time can be read."],
            t["このページの「ファイルを選ぶ」から、その画像を選びます。", "Choose that picture below."],
        ]),
    };

    private static Steps ErrorText(AskedDevice device, Tongue t) => device switch
    {
        AskedDevice.IPhone or AskedDevice.Android => new(null,
        [
            t["エラーの文を指で長く押します。選ばれたら「コピー」を押します。", "Press and hold the words of the error. When they are selected, tap Copy."],
            t["選べないときは、画面の画像を撮ってください。それで十分です。", "If they cannot be selected, take a picture of the screen: that is enough."],
            t["やりとりのページに戻り、メッセージの欄を長く押して「ペースト」します。", "Go back to the conversation, press and hold the message box, and paste."],
        ]),
        AskedDevice.Windows or AskedDevice.Mac => new(null,
        [
            t["エラーの文をマウスでなぞって選び、" + (device is AskedDevice.Mac ? "command" : "Ctrl") + " と C を押します。", "Drag over the words of the error and press " + (device is AskedDevice.Mac ? "Command" : "Ctrl") + " and C."],
            device is AskedDevice.Windows
                ? t["小さな窓に出たエラーは、その窓を選んで Ctrl と C を押すだけで写せることがあります。", "For an error in a small window, it is often enough to click that window and press Ctrl and C."]
                : t["選べないときは、画面の画像を撮ってください。それで十分です。", "If they cannot be selected, take a picture of the screen: that is enough."],
            t["やりとりのページに戻り、メッセージの欄に貼り付けます。", "Go back to the conversation and paste them into the message box."],
        ]),
        AskedDevice.Other => new(null,
        [
            t["画面に出ている言葉を、番号も含めてそのままお書きください。写真でもかまいません。", "Write down the words on the screen as they are, numbers too. A photo is as good."],
        ]),
    };
}
