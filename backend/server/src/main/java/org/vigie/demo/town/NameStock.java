package org.vigie.demo.town;

import java.util.Arrays;
import java.util.List;

/** What French streets are called after, without the word for the street itself. */
final class NameStock {

    /** Inside the boulevards: trades, convents, wells. */
    static final List<String> OLD_TOWN = list("""
            du Four-Banal|des Cordeliers|du Puits-Salé|Jacques-Cœur|de la Poterne|des Jacobins|du Prieuré
            Saint-Bonnet|des Orfèvres|de la Monnaie|des Drapiers|de la Grosse-Horloge|du Cloître|des Chanoines
            de l’Évêché|des Carmes|Saint-Étienne|de la Juiverie|des Bouchers|du Pilori|de la Vieille-Boucherie
            des Ursulines|du Marché-au-Blé|du Poids-du-Roi|des Trois-Maillets|de la Tour-Carrée|du Grenier-à-Sel
            des Fripiers|du Petit-Cloître|de l’Ancien-Collège|des Capucins|du Chapitre|de la Psalette
            des Vieux-Fossés|du Guichet|de la Chantrerie|des Beaux-Arts|du Commerce|de la Halle-aux-Grains
            Coursarlon|Porte-Neuve|du Bourg-Neuf|des Merciers|de la Cage-Verte|du Plat-d’Étain|de l’Écu
            du Tambour-d’Argent|des Quatre-Vents|du Cheval-Blanc|de la Serpe""");

    /** People, with their first name or without it. */
    static final List<String> PEOPLE = list("""
            Pasteur|Victor-Hugo|Marie-Curie|Jean-Moulin|Émile-Zola|Louise-Michel|George-Sand|Berthelot|Lamartine
            Voltaire|Olympe-de-Gouges|Paul-Bert|Diderot|Simone-Veil|Edgar-Quinet|Charles-Péguy|Arago|Claude-Monet
            Anatole-France|Rosa-Parks|Gustave-Eiffel|Camille-Claudel|Colette|Henri-Barbusse|Molière|Racine|Ronsard
            Joséphine-Baker|Alphonse-Daudet|Lucie-Aubrac|Jules-Ferry|Montaigne|Germaine-Tillion|Louis-Braille
            Verlaine|Rimbaud|Littré|Condorcet|Buffon|Lavoisier|Jules-Verne|Hector-Berlioz|Maurice-Ravel
            Claude-Debussy|Georges-Bizet|Erik-Satie|Camille-Saint-Saëns|Auguste-Renoir|Paul-Cézanne|Berthe-Morisot
            Edgar-Degas|Henri-Matisse|Auguste-Rodin|Rosa-Bonheur|Eugène-Delacroix|Gustave-Courbet
            Jean-de-La-Fontaine|Madame-de-Sévigné|Boileau|Beaumarchais|Chateaubriand|Alfred-de-Musset
            Alfred-de-Vigny|Honoré-de-Balzac|Stendhal|Gustave-Flaubert|Guy-de-Maupassant|Théophile-Gautier
            Gérard-de-Nerval|Charles-Baudelaire|Stéphane-Mallarmé|Marcel-Proust|Paul-Valéry|Guillaume-Apollinaire
            Paul-Éluard|Louis-Aragon|Elsa-Triolet|Robert-Desnos|Jacques-Prévert|Albert-Camus|Marguerite-Duras
            Simone-de-Beauvoir|Marguerite-Yourcenar|François-Villon|Clément-Marot|Joachim-du-Bellay|Louise-Labé
            Rabelais|Descartes|Blaise-Pascal|Fontenelle|Montesquieu|Jean-Jacques-Rousseau|d’Alembert|Danton|Mirabeau
            La-Fayette|Hoche|Kléber|Marceau|Carnot|Thiers|Waldeck-Rousseau|Sadi-Carnot|Georges-Clemenceau
            Aristide-Briand|Léon-Blum|Pierre-Brossolette|Danielle-Casanova|Gabriel-Péri|Guy-Môquet|Estienne-d’Orves
            Berty-Albrecht|Jean-Zay|Pierre-Mendès-France|du Colonel-Fabien|du Maréchal-Foch|Jean-Macé
            Célestin-Freinet|Maria-Montessori|Henri-Dunant|Claude-Bernard|Laënnec|Ambroise-Paré|Louis-Pergaud
            Maurice-Genevoix|Alain-Fournier|Jules-Renard|Romain-Rolland|Ernest-Renan|Jules-Michelet|Auguste-Comte
            Pierre-Larousse|Champollion|Jean-Jacques-Audubon|Lamarck|Cuvier|Jean-Henri-Fabre|Dumont-d’Urville
            Jean-Bart|Surcouf|Jacques-Cartier|La-Pérouse|Bougainville|Alexandra-David-Néel|Jean-Mermoz|Saint-Exupéry
            Blériot|Hélène-Boucher|Roland-Garros|Clément-Ader|Maryse-Bastié|Georges-Guynemer|Agnès-Varda
            Jacques-Tati|Jean-Renoir|Georges-Méliès|des Frères-Lumière|Louis-Jouvet|Gérard-Philipe|Sarah-Bernhardt
            Édith-Piaf|Georges-Brassens|Jacques-Brel|Barbara|Boris-Vian|Joliot-Curie|Paul-Langevin|Henri-Poincaré
            Évariste-Galois|Sophie-Germain|Pierre-de-Fermat|Gaspard-Monge|Émilie-du-Châtelet|Nelson-Mandela
            Martin-Luther-King|Gandhi|Anne-Frank|Raoul-Follereau|de l’Abbé-Pierre|Jean-Monnet|Robert-Schuman
            Jean-Baptiste-Clément|Eugène-Pottier|Jules-Vallès|Flora-Tristan|Hubertine-Auclert|Marie-Laurencin
            Sonia-Delaunay|Nicolas-Poussin|Watteau|Fragonard|Chardin|Jean-François-Millet|Théodore-Rousseau|Le-Nôtre
            Vauban|Mansart|Viollet-le-Duc|Le-Corbusier|Jean-Prouvé""");

    /** Birds, trees and flowers, as in the garden suburbs. */
    static final List<String> GARDEN = list("""
            des Lilas|des Tilleuls|des Acacias|des Merisiers|des Mésanges|des Peupliers|des Églantiers|des Charmes
            des Bergeronnettes|des Rosiers|des Glycines|des Hortensias|des Camélias|des Magnolias|des Primevères
            des Bleuets|des Coquelicots|des Pervenches|des Violettes|des Iris|des Jonquilles|des Anémones
            des Capucines|des Clématites|des Genêts|des Bruyères|des Ajoncs|des Noisetiers|des Châtaigniers
            des Chênes|des Hêtres|des Érables|des Frênes|des Bouleaux|des Saules|des Aulnes|des Ormes|des Platanes
            des Marronniers|des Cèdres|des Pins|des Mélèzes|des Sorbiers|des Aubépines|des Sureaux|des Cerisiers
            des Pommiers|des Poiriers|des Pruniers|des Cognassiers|des Mirabelliers|des Amandiers|des Noyers
            des Figuiers|des Mûriers|des Néfliers|des Fauvettes|des Hirondelles|des Rossignols|des Rouges-Gorges
            des Pinsons|des Alouettes|des Chardonnerets|des Bouvreuils|des Loriots|des Grives|des Merles
            des Martinets|des Roitelets|des Tourterelles|des Colombes|des Hérons|des Sarcelles|des Martins-Pêcheurs
            des Cigognes|des Grillons|des Écureuils|des Lauriers|du Verger|du Potager|des Troènes|des Cytises
            des Seringas|des Lavandes|des Giroflées|des Œillets|des Pivoines|des Dahlias|des Marguerites""");

    /** Crafts, dates, towns and the lie of the land, between the boulevards and the edge of town. */
    static final List<String> QUARTERS = list("""
            des Jardiniers|du Lavoir|des Écoles|de l’Abbé-Grégoire|du 11-Novembre|de la Fontaine|des Vignes
            de Bellevue|du Moulin-Bateau|du Stade|du Bel-Air|des Forges|du Clos-Margot|de l’Écluse|des Coteaux
            Beauregard|du Val|de la Croix-Blanche|des Sablons|du Gué|des Maraîchers|de l’Orme|du Colombier
            de Strasbourg|de Verdun|du Pâtis|de la Paix|du 8-Mai-1945|du 19-Mars-1962|du 4-Septembre|de la Liberté
            de l’Égalité|de la Fraternité|des Droits-de-l’Homme|de Metz|de Colmar|d’Alsace|de Lorraine|de Bourges
            de Vierzon|de Sancerre|de Cosne|du Berry|du Nivernais|de Sologne|de la Loire|de l’Yèvre|du Cher
            du Champ-de-Foire|de la Passerelle|du Port|des Mariniers|des Lavandières|des Pêcheurs|du Calvaire
            de la Belle-Étoile|du Point-du-Jour|du Soleil-Levant|du Pressoir|des Vendanges|de la Treille
            des Tonneliers|des Charrons|des Maréchaux|du Relais|de la Poste|du Château-d’Eau|de la Mairie
            de l’Église|du Presbytère|du Petit-Marché|de la Rivière|de la Madeleine|du Clos-Saint-Jean
            du Pont-de-Fer|du Viaduc|des Cheminots|du Dépôt|de l’Avenir|du Progrès|de l’Industrie|de la Tuilerie
            de la Briqueterie|du Petit-Moulin|de l’Abreuvoir|de la Source|du Bois-Joli|de la Concorde""");

    /** Fields, farms, woods and springs, for the lanes outside the town. */
    static final List<String> FIELDS = list("""
            de la Garenne|du Grand-Pré|de la Chaume|de la Croix-de-Pierre|du Chêne-Rond|du Poirier-Rond
            du Gros-Buisson|de la Butte|de la Sente-aux-Moines|des Grands-Champs|des Petits-Prés|du Clos-des-Vignes
            de la Pièce-Longue|des Longues-Raies|du Four-à-Chaux|de la Marnière|des Carrières|de la Sablière
            de l’Argilière|de la Métairie|de la Grange-aux-Dîmes|de la Ferme-Blanche|du Petit-Bois
            de la Fosse-aux-Loups|du Ruisseau|des Roseaux|des Cressonnières|de la Levée|du Pré-aux-Oies
            de la Prairie|de la Corvée|des Ouches|des Varennes|du Closeau|des Chènevières|de la Vallée
            du Crot-aux-Loups|des Usages|de la Croix-Rouge|de la Procession|des Moissons|de la Mare-aux-Canes
            du Noyer-Vert|des Glaneuses|du Chaumeau|des Terres-Rouges|de l’Hermitage|des Essarts|du Bois-Brûlé
            de la Coudraie|des Brosses|du Buisson-Rond|de la Noue|des Aubrées|de la Bergerie|de la Genetière
            du Moulin-Neuf|de la Queue-de-l’Étang|des Bas-Prés|du Haut-Bois|des Grandes-Vignes|de la Renardière
            du Pré-Long|de la Fontaine-aux-Fées|des Quatre-Chemins|de la Haie-Sauvage|du Champ-Rouge|de la Pâture
            des Loges|du Pas-de-l’Âne|de la Motte|des Perrières|de la Plaine|du Vieux-Chêne|de l’Étang-Neuf
            des Bordes|du Crot-Blanc|de la Chevrerie""");

    /** Engineers and inventors, between the works. */
    static final List<String> WORKS = list("""
            Denis-Papin|Ampère|Nicolas-Appert|Pierre-Sémard|Gutenberg|Jacquard|Thimonnier|Zénobe-Gramme
            Ferdinand-de-Lesseps|Marc-Seguin|Philippe-Lebon|Eugène-Schneider|André-Citroën|Louis-Renault|Panhard
            Aristide-Bergès|Branly|Becquerel|de la Fonderie|des Entrepreneurs|du Triage|des Aciéries|de la Verrerie
            des Chaudronniers|du Four-à-Coke|Thomas-Edison|Alessandro-Volta|Galilée|Isaac-Newton|Charles-Tellier
            Joseph-Vallot|Sainte-Claire-Deville""");

    private NameStock() {}

    /** Reads {@code name|name…}, on as many lines as it takes. */
    static List<String> list(String text) {
        return text.lines()
                .flatMap(line -> Arrays.stream(line.split("\\|", -1)))
                .toList();
    }
}
