namespace Madoguchi.Setup.Demo;

public static partial class DemoStories
{
    // Within half an hour one new error, told by each in words of their own: nobody has said yet that it is an incident, and it is noticed by itself.
    private static IEnumerable<Story> Jump => Jumped.Select((told, i) => new Story(
        Minutes(27 - (i * 2.4)), new(told.Text, "technical", told.Name, Language: "ja", Product: "ミナモ メモ"),
        i is 0 or 2 or 3 ? [Says(5 + i, DemoPeople.Midori, "ご不便をおかけしています。同じご連絡をほかにもいただいています。お書きになった文は消さずに、そのまま画面を開いておいてください。確かめて、すぐにお知らせします。")] : []));

    private static (string Name, string Text)[] Jumped =>
    [
        ("試し 律", "メモを書いて閉じようとすると「保存できませんでした (E-5203)」と出ます。"), ("例示 環", "更新のあと、メモに「保存できませんでした (E-5203)」と出て困っています。"), ("仮名 楓", "「保存できませんでした (E-5203)」と表示されて、書いたものが残りません。"),
        ("見本 灯", "さっきから何度やっても「保存できませんでした (E-5203)」と出ます。仕事の覚え書きです。"), ("試作 凪", "電話でもパソコンでも「保存できませんでした (E-5203)」と表示されます。"), ("例示 紬", "買い物のメモが「保存できませんでした (E-5203)」というエラーで保存できません。"),
        ("仮名 陸", "「保存できませんでした (E-5203)」と出ます。入れ直しても同じでした。"), ("見本 朔", "新しいメモだけ「保存できませんでした (E-5203)」と出てしまいます。"), ("試し 澪", "会議のメモで「保存できませんでした (E-5203)」と表示されました。消えていないでしょうか。"),
        ("例示 蒼", "ついさっきから「保存できませんでした (E-5203)」と出るようになりました。"), ("仮名 詩", "「保存できませんでした (E-5203)」というメッセージが出て先に進めません。"),
    ];
}
