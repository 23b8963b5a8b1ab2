using System.Globalization;

namespace Madoguchi.Shared;

/// <summary><c>{caseId:id}</c>: what is no id matches no route, and so answers 404 like an unknown one.</summary>
public sealed class IdConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        Guid.TryParseExact(Convert.ToString(values[routeKey], CultureInfo.InvariantCulture), "D", out _);
}
