using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Browser.Inbox;

public abstract class WorkspaceTests(Stage stage)
{
    [Theory]
    [InlineData("ja", "wide", false)]
    [InlineData("ja", "wide", true)]
    [InlineData("en", "wide", false)]
    [InlineData("ja", "phone", false)]
    [InlineData("en", "zoomed", false)]
    public async Task The_workspace_is_for_everybody_in_every_shape(string language, string shape, bool dark)
    {
        var told = await Furnish(language);
        await using var ken = await stage.SignedIn(stage.Cast.Ken, language, shape switch { "phone" => Shape.Phone, "zoomed" => Shape.Zoomed, _ => Shape.Wide }, dark);

        await ken.Go("/desk/new");
        await ken.IsAccessible();
        await ken.Picture("workspace-list");
        await ken.Go($"/desk/cases/{told.CaseId}?in=new");
        await ken.IsAccessible();
        await ken.Picture("workspace-case");

        Assert.True(ken.Complaints.Count == 0, string.Join('\n', ken.Complaints));
    }

    private async Task<Desks.Told> Furnish(string language)
    {
        var ja = language == "ja";
        await stage.Tell(new { desk = Cast.Technical, language, name = ja ? "川辺" : "Kawabe", text = ja ? "サインインの確認メールが届きません。" : "I get no confirmation mail for signing in." });
        var told = await stage.Tell(new
        {
            desk = Cast.Technical, language, name = ja ? "山野" : "Yamano", product = ja ? "動画アプリ" : "Video app", facts = new { serialNumber = "SN-77-0001", osVersion = "16.2" },
            text = ja ? "有料プランに申し込んだのに、ゆうべからアプリを開くと「404」とだけ出ます。お金を払っているのに使えず、困っています。" : "I signed up for the paid plan, but since last night the app shows nothing but “404”. I am paying for something I cannot use.",
        });
        using var ken = stage.App.Client(stage.Cast.Ken.Key);
        (await ken.Post($"/api/v1/cases/{told.CaseId}/notes", new { text = ja ? "同じ「404」が今朝から6件。更新後に古い控えが残るようです。" : "Six more “404” since this morning: old data stays behind." })).Was(201);
        (await ken.Post($"/api/v1/cases/{told.CaseId}/messages", new { text = ja ? "ご不便をおかけしています。いま確かめています。" : "We are sorry for the trouble and are looking into it." })).Was(201);
        using var customer = stage.App.Client(told.Token);
        (await customer.Post($"/api/v1/cases/{told.CaseId}/messages", new { text = ja ? "再起動とWi-Fiの切り替えを試しました。" : "I restarted and switched Wi-Fi." })).Was(201);
        return told;
    }

    public sealed class OnSqlite(SqliteStage stage) : WorkspaceTests(stage), IClassFixture<SqliteStage>;
}
