using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Madoguchi.Desks;
using Madoguchi.Rules;
using Madoguchi.Rules.Keeping;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Settings;

/// <summary>Rules in plain words: written, tried on the last days, saved.</summary>
public static class RulePagesEndpoint
{
    private const string List = "/settings/rules?saved=1";

    public static void MapRulePages(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/rules", All);
        settings.MapGet("/rules/new", (HttpContext http, CurrentAgent me, Db db, CancellationToken ct) => Form(http, me, db, null, RuleText.Fresh, [], null, null, ct));
        settings.MapPost("/rules/new", Make);
        settings.MapGet("/rules/{id:id}", Open);
        settings.MapPost("/rules/{id:id}", Change);
        settings.MapPost("/rules/{id:id}/retirement", Retire);
    }

    private static async Task<RazorComponentResult<RulesPage>> All(HttpContext http, CurrentAgent me, Db db, string? saved, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return new(new { T = t, Token = http.FormToken(), Me = me, Rules = await db.RulesNow(ct), Done = saved is null ? null : t["保存しました。これまでの記録も調べます。", "Saved. What was stored before is looked at, too."] });
    }

    private static async Task<IResult> Open(Id<Rule> id, HttpContext http, CurrentAgent me, Db db, CancellationToken ct) =>
        await db.RuleNow(id, ct) is { } rule ? await Form(http, me, db, rule, RuleText.Filled(rule), [], null, null, ct) : TypedResults.LocalRedirect("/settings/rules");

    private static async Task<IResult> Make(HttpContext http, CurrentAgent me, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (filled, now) = (await http.Request.Filled(ct), clock.Now);
        if (await Tried(http, me, db, null, filled, now, ct) is { } shown)
            return shown;
        var asked = RuleText.Rule(filled);
        var once = filled.Of("form-key") is { Length: > 0 and <= 100 } key ? new OnceKey($"agent {me.Id}", "page /settings/rules/new", key, SHA256.HashData(Encoding.UTF8.GetBytes(asked.ToString()))) : null;
        await writes.WriteOnce(once, now, work => work.MakeRule(asked, me, now), ct);
        return TypedResults.LocalRedirect(List);
    }

    private static async Task<IResult> Change(Id<Rule> id, HttpContext http, CurrentAgent me, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (filled, now, t) = (await http.Request.Filled(ct), clock.Now, Tongue.Asked(http));
        if (await db.RuleNow(id, ct) is not { } rule)
            return TypedResults.LocalRedirect("/settings/rules");
        if (await Tried(http, me, db, rule, filled, now, ct) is { } shown)
            return shown;
        int? seen = int.TryParse(filled.Of("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
        if (!(await writes.Write(work => work.ChangeRule(id, RuleText.Rule(filled), me, seen, now), ct)).Refused(out _, out _))
            return TypedResults.LocalRedirect(List);
        var mine = new Filled(filled.Fields.ToDictionary(f => f.Key, f => f.Key == "version" ? rule.Version.ToString(CultureInfo.InvariantCulture) : f.Value));
        return await Form(http, me, db, rule, mine, [], null, t["その間に、ほかの人がこの決まりを変えました。もう一度保存すると、ここに書いた内容になります。", "Somebody else has changed this rule meanwhile. Save again to replace it by what stands here."], ct);
    }

    private static async Task<RedirectHttpResult> Retire(Id<Rule> id, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        await writes.Write(work => work.RetireRule(id, null, now), ct);
        return TypedResults.LocalRedirect("/settings/rules");
    }

    // Not saved yet: something is wrong, or they want to see first what it would have found.
    private static async Task<IResult?> Tried(HttpContext http, CurrentAgent me, Db db, RuleView? rule, Filled filled, DateTimeOffset now, CancellationToken ct)
    {
        var asked = RuleText.Rule(filled);
        if (asked.Errors().GroupBy(e => RuleText.Field(e.Pointer), e => e.Why).ToDictionary(e => e.Key, e => e.First()) is { Count: > 0 } errors)
            return await Form(http, me, db, rule, filled, errors, null, null, ct);
        return filled.Of("step") == "try" ? await Form(http, me, db, rule, filled, [], await db.PreviewRule(asked, now, ct), null, ct) : null;
    }

    private static async Task<IResult> Form(HttpContext http, CurrentAgent me, Db db, RuleView? rule, Filled filled, Dictionary<string, string> errors, RulePreview? would, string? refused, CancellationToken ct) =>
        new RazorComponentResult<RulePage>(new
        {
            T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Rule = rule, Fields = filled, Errors = (IReadOnlyDictionary<string, string>)errors, Would = would, Refused = refused, Key = Id<Rule>.New().ToString(),
            Types = await db.TypesSeen(ct),
        })
        { StatusCode = errors.Count > 0 || refused is not null ? 422 : 200 };
}
