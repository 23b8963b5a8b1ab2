using System.Text.RegularExpressions;

namespace Madoguchi.Tests.Architecture;

/// <summary>Pure by file name: what is not called an endpoint, a page, a mapping, a feature, a follower or a client cannot touch the world.</summary>
public sealed partial class PurityTests
{
    // The few that stand at the border on purpose. Each says why.
    private static readonly Dictionary<string, string> AtTheBorder = new()
    {
        ["src/Madoguchi/Shared/Id.cs"] = "new ids are made here and nowhere else",
        ["src/Madoguchi/Shared/Moment.cs"] = "cuts the clock's answer to microseconds, here and nowhere else",
        ["src/Madoguchi/Shared/Secret.cs"] = "random keys and tokens are made here and nowhere else",
        ["src/Madoguchi/Shared/Tongue.cs"] = "reads the viewer's language from the request, once for all pages",
        ["src/Madoguchi/Shared/Body.cs"] = "reads and judges a JSON body, once for all endpoints",
        ["src/Madoguchi/Shared/IdConstraint.cs"] = "an id in a route, once for all endpoints",
        ["src/Madoguchi/Shared/Limits.cs"] = "counts requests by the address they come from",
        ["src/Madoguchi/Desks/CurrentAgent.cs"] = "who looks, as the authentication left it with the request",
        ["src/Madoguchi/Cases/Caller.cs"] = "who calls, as the authentication left it with the request",
        ["src/Madoguchi/Cases/CaseScopes.cs"] = "finding is being allowed: the one way to a case's row",
    };

    [Fact]
    public void Decisions_name_no_clock_no_chance_no_database_and_no_network()
    {
        var pure = Sources.Product.Where(f => f.Room is not (null or "Storage") && f.Name.EndsWith(".cs", StringComparison.Ordinal)
            && !Worldly().IsMatch(f.Name) && !AtTheBorder.ContainsKey(f.Path)).ToList();

        Assert.NotEmpty(pure);
        Sources.None(pure.SelectMany(f => World().Matches(f.Code).Select(m => $"{f.Path}: {m.Value}")));
    }

    [Fact]
    public void The_exceptions_still_exist() =>
        Sources.None(AtTheBorder.Keys.Except(Sources.Product.Select(f => f.Path)));

    [Fact]
    public void Time_is_asked_of_the_TimeProvider_only() =>
        Sources.None(Sources.Product.Where(f => RawTime().IsMatch(f.Code)).Select(f => f.Path));

    [Theory]
    [InlineData("var now = DateTime.UtcNow;", true)]
    [InlineData("public Answer Read(Db db) => null;", true)]
    [InlineData("await http.SendAsync(); HttpClient x;", true)]
    [InlineData("// DateTime.UtcNow would lie", false)]
    [InlineData("var text = \"Db and HttpClient\"; DbLike y;", false)]
    public void The_reader_sees_code_and_not_words(string text, bool worldly) =>
        Assert.Equal(worldly, World().IsMatch(new SourceFile("src/Madoguchi/Cases/X.cs", text).Code));

    [GeneratedRegex(@"(Endpoint|Page|Mapping|Feature|Follower|Client)s?\.cs$")]
    private static partial Regex Worldly();

    [GeneratedRegex(@"\b(Db|DbContext|IDbContextFactory|Writes|HttpClient|IHttpClientFactory|HttpContext|HttpRequest|HttpResponse|Socket|TcpClient|TimeProvider|Stopwatch|Task\.Delay|Random|RandomNumberGenerator|Guid\.(NewGuid|CreateVersion7)|Id<\w+>\.New|DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|File\.\w+|Directory\.\w+|Environment\.\w+|Process\.Start|Console)\b")]
    private static partial Regex World();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b")]
    private static partial Regex RawTime();
}
