using Madoguchi.Cases.Canned;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Cases.Canned;

public sealed class VariablesTests
{
    private static readonly CurrentAgent Hana = new(Id<Agent>.New(), "見本 花", "はな", AgentRole.Agent, [], ["ja"]);
    private static readonly Desk Desk = new() { Id = Id<Desk>.New(), Slug = "account", Name = "アカウント窓口", NameInEnglish = "Account desk", Languages = ["ja"] };

    [Theory]
    [InlineData("ja", "山野", "{{customer.name}}、こんにちは。", "山野 様、こんにちは。")]
    [InlineData("ja", null, "{{customer.name}}、こんにちは。", "お客様、こんにちは。")]
    [InlineData("en", "Yamano", "Hello {{customer.name}},", "Hello Yamano,")]
    [InlineData("en", null, "Hello {{customer.name}},", "Hello there,")]
    [InlineData("ja", null, "{{desk}}の{{ agent }}です。", "アカウント窓口のはなです。")]
    [InlineData("en", null, "{{agent}}, {{desk}}", "はな, Account desk")]
    [InlineData("ja", null, "番号は {{customer.number}} です", "番号は PPP89 です")]
    [InlineData("ja", "{{desk}}", "{{customer.name}}", "{{desk}} 様")]
    [InlineData("ja", null, "{ {desk}} と {{なにか}} はそのまま", "{ {desk}} と {{なにか}} はそのまま")]
    public void Variables_speak_the_texts_language(string language, string? name, string text, string expected) =>
        Assert.Equal(expected, Variables.Expand(text, language, new(new Customer { Id = Id<Customer>.New(), Number = "PPP89", Language = "ja", CreatedAt = default, Name = name }, Desk, Hana)));

    [Fact]
    public void What_looks_like_a_variable_and_is_none_is_named_with_those_that_are()
    {
        var errors = new NewCannedText("t", "{{customer.nmae}} {{ desk }} {{}} {{agent}}").Errors().ToList();

        var (at, why) = Assert.Single(errors);
        Assert.Equal("/text", at);
        Assert.Contains("{{customer.nmae}}, {{}}", why, StringComparison.Ordinal);
        Assert.All(Variables.Known, k => Assert.Contains($"{{{{{k}}}}}", why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_shortcut_is_one_word() => Assert.Contains(new NewCannedText("t", "x", Shortcut: "a b").Errors(), e => e.Pointer == "/shortcut");

    [Theory]
    [InlineData("あいさつ")]
    [InlineData("アイサツ")]
    [InlineData("ｱｲｻﾂ")]
    [InlineData("ａｉ")]
    public void A_text_is_found_in_any_kana_and_width(string asked) => Assert.True(CannedText.Answers(asked, "ai", "ごあいさつ", "いつもありがとうございます"));
}
