using System.Text.RegularExpressions;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Canned;

/// <summary>What the variables of a canned text stand for in one case.</summary>
public sealed record Surroundings(Customer Customer, Desk Desk, CurrentAgent Agent);

/// <summary><c>{{customer.name}}</c> and its like: a plain list, no language. An unknown one is refused when the text is saved, not found out when it is sent.</summary>
public static partial class Variables
{
    public static readonly IReadOnlyList<string> Known = ["customer.name", "customer.number", "desk", "agent"];

    /// <summary>The known ones as they are written.</summary>
    public static string List => string.Join(", ", Known.Select(k => $"{{{{{k}}}}}"));

    /// <summary>What looks like a variable and is none.</summary>
    public static IEnumerable<string> Unknown(string text) => Braces().Matches(text).Select(m => m.Groups[1].Value).Where(v => !Known.Contains(v)).Distinct();

    /// <summary>As the customer will read it, in the text's own language: a customer without a name is spoken to all the same.</summary>
    public static string Expand(string text, string language, Surroundings around)
    {
        var tongue = Tongue.Of(language);
        return Braces().Replace(text, variable => variable.Groups[1].Value switch
        {
            "customer.name" => around.Customer.Addressed(tongue) ?? tongue["お客様", "there"],
            "customer.number" => CustomerNumber.Parse(around.Customer.Number).Printed,
            "desk" => around.Desk.NameIn(tongue),
            "agent" => around.Agent.ShownName,
            _ => variable.Value,
        });
    }

    [GeneratedRegex(@"\{\{\s*(.*?)\s*\}\}")]
    private static partial Regex Braces();
}
