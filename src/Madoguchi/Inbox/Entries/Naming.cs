using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Entries;

/// <summary>Names as the house reads them in an entry.</summary>
public static class Naming
{
    extension(By by)
    {
        public string NameIn(Tongue t) => by switch
        {
            { Role: Role.System, Name: "page" } => t["ページから", "From the page"],
            { Role: Role.System, Name: "site" } => t["サイトの署名", "Signed by the site"],
            { Role: Role.System, Name: "unsigned" } => t["署名のないページ", "An unsigned page"],
            { Role: Role.System } => t["窓口", "Madoguchi"],
            { Role: Role.Customer, Name: { } name } => t[$"{name} 様", name],
            { Role: Role.Customer } => t["お客様", "Customer"],
            _ => by.Name ?? t["担当者", "Agent"],
        };
    }

    extension(DeskName desk)
    {
        public string NameIn(Tongue t) => t[desk.Name, desk.NameInEnglish ?? desk.Name];
    }
}
