using Madoguchi.Articles;

namespace Madoguchi.Setup.Demo;

/// <summary>What the made-up house has written down.</summary>
public static class DemoArticles
{
    public static readonly IReadOnlyDictionary<string, ArticleWords> All = new Dictionary<string, ArticleWords>
    {
        ["reward-terms"] = new(new("キャンペーン特典の条件", "Terms of the campaign reward"), new(
            "特典は、締め切りまでに登録を**始めた**方にお渡しします。\n\n- 終わったのが締め切りのあとでも、始めた時刻で判断します。\n- ひとつのコードで、おひとりです。\n- 「完了」と表示されたのに届かないときは、記録を確かめてからお返事します。",
            "The reward is for everybody who **began** to register before the deadline.\n\n- What counts is when it was begun, even if it was completed later.\n- One code, one person.\n- Whoever saw “complete” and got nothing hears from us after we have looked in the records.")),
        ["returns"] = new(new("返品と交換", "Returns and exchanges"), new(
            "届いてから30日のあいだ、返品と交換を受け付けます。\n\n- 箱や領収書がなくても大丈夫です。\n- 初めから不具合があったものは、期間にかかわらず交換します。",
            "Returns and exchanges within 30 days of delivery.\n\n- Neither the box nor the receipt is needed.\n- What was faulty from the beginning is exchanged at any time.")),
    };
}
