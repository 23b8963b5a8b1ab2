using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Working;

/// <summary>What every sheet is given: whose language, whether the whole page is wanted, and what its form carries.</summary>
public sealed class Sheets(HttpContext http, CurrentAgent me)
{
    public Tongue T { get; } = Tongue.Asked(http);

    public CurrentAgent Me => me;

    public static ValueTask<Sheets?> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<CurrentAgent>() is { } me ? new Sheets(http, me) : null);

    /// <param name="more">Parameters of the sheet beside <c>T</c>, <c>Whole</c>, <c>Token</c> and <c>Key</c>.</param>
    public IResult Show<TSheet>(params IEnumerable<(string Name, object? Value)> more)
        where TSheet : IComponent => Show<TSheet>(StatusCodes.Status200OK, more);

    public IResult Show<TSheet>(int status, params IEnumerable<(string Name, object? Value)> more)
        where TSheet : IComponent
    {
        var given = new Dictionary<string, object?> { ["T"] = T, ["Whole"] = !WorkspaceEndpoint.IsFragment(http), ["Token"] = http.FormToken(), ["Key"] = Id<Case>.New().ToString() };
        foreach (var (name, value) in more)
            given[name] = value;
        return new RazorComponentResult<TSheet>(given) { StatusCode = status };
    }

    public IResult Refuse(int status, string why) => new RazorComponentResult<RefusedPage>(new { T, Why = why }) { StatusCode = status };

    public IResult NotHere() => new RazorComponentResult<NotHerePage>(new { T }) { StatusCode = StatusCodes.Status404NotFound };

    public Task<Case?> Find(Db db, Id<Case> id, CancellationToken ct) => db.Cases.AsNoTracking().VisibleTo(me, db).SingleOrDefaultAsync(c => c.Id == id, ct);
}
